import Store

/// A table of event data as a project publishes it.
protocol PublishedFormat {
    /// Names as published, in their order.
    static var columns: [String] { get }

    /// Appends the event's rows; none when the format has no place for it.
    func write(_ event: StoredEvent, to fields: inout FieldWriter) throws
}

/// CAMEO: the families of its codes.
enum Cameo {
    /// The two digits of the family: "0251" is of "02".
    static func root(_ code: String) -> String { String(code.prefix(2)) }

    /// The first three digits of a code of four.
    static func base(_ code: String) -> String { String(code.prefix(3)) }

    /// GDELT's QuadClass: verbal and material cooperation, verbal and material conflict as 1 to 4.
    static func quadClass(_ code: String) -> Int? {
        switch Int(root(code)) {
        case .some(1...5): 1
        case .some(6...8): 2
        case .some(9...13): 3
        case .some(14...20): 4
        default: nil
        }
    }

    /// Phoenix's PentaClass: as QuadClass, with statements and appeals as 0, and reduced relations as verbal conflict.
    static func pentaClass(_ code: String) -> Int? {
        switch Int(root(code)) {
        case .some(1...2): 0
        case .some(16): 3
        default: quadClass(code)
        }
    }
}
