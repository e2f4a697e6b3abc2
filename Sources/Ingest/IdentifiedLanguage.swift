import CCLD2

/// The main language of a text, by CLD2.
package struct IdentifiedLanguage: Equatable, Sendable {
    /// ISO 639, in most cases two letters; `un` when unknown.
    package let code: String
    /// Whether there was text enough, and clearly in one language.
    package let isReliable: Bool

    /// Bytes looked at: more does not change the answer.
    private static let sample = 16 * 1024

    package init(of text: String) {
        var percent: Int32 = 0
        var isReliable = false
        var bytes = Array(text.utf8.prefix(IdentifiedLanguage.sample)).map { CChar(bitPattern: $0) }
        // A character cut in two at the end is no valid UTF-8.
        while let last = bytes.last, UInt8(bitPattern: last) & 0xC0 == 0x80 { bytes.removeLast() }
        if let last = bytes.last, UInt8(bitPattern: last) >= 0xC0 { bytes.removeLast() }
        let code = demarche_detect_language(bytes, Int32(bytes.count), &percent, &isReliable)
        self.code = code.map { String(cString: $0) } ?? "un"
        self.isReliable = isReliable
    }
}
