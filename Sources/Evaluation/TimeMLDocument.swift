import Dates

/// A TimeML file: the text with its TIMEX3 elements and the day it was written.
///
/// Reads what TempEval-3 and WikiWars have: `<DCT>` with one TIMEX3, `<TEXT>` with the annotated text. Other elements
/// (EVENT, SIGNAL) are taken off, their text stays. Offsets count UTF-8 bytes of `text`.
package struct TimeMLDocument: Sendable, Equatable {
    package struct Timex: Sendable, Equatable {
        package var bytes: Range<Int>
        package var type: String
        package var value: String

        package init(bytes: Range<Int>, type: String, value: String) {
            self.bytes = bytes
            self.type = type
            self.value = value
        }
    }

    /// The character content of the TEXT element.
    package let text: String
    /// The day of the document creation time; `nil` when there is none or it is no day.
    package let created: CalendarDate?
    /// TIMEX3 elements of the text in order; the document creation time is not among them.
    package let timexes: [Timex]

    /// - Throws: `TimeMLError` with the byte offset at fault.
    package init(_ source: [UInt8]) throws(TimeMLError) {
        var scanner = MarkupScanner(source)
        var text: [UInt8] = []
        var created: String?
        var timexes: [Timex] = []
        var open: [(start: Int, attributes: [String: String])] = []
        var isInText = false
        var sawText = false
        while let piece = try scanner.next() {
            switch piece {
            case .characters(let bytes): if isInText { text += bytes }
            case .open("TEXT", _):
                isInText = true
                sawText = true
            case .close("TEXT"): isInText = false
            case .open("TIMEX3", let attributes):
                if ["CREATION_TIME", "PUBLICATION_TIME"].contains(attributes["functionInDocument"]) || !isInText {
                    created = created ?? attributes["value"]
                }
                open.append((text.count, attributes))
            case .close("TIMEX3"):
                guard let (start, attributes) = open.popLast() else {
                    throw TimeMLError(offset: scanner.position, problem: "</TIMEX3> closes nothing")
                }
                guard isInText, attributes["functionInDocument"] != "CREATION_TIME" else { continue }
                timexes.append(
                    Timex(
                        bytes: start..<text.count, type: attributes["type"] ?? "", value: attributes["value"] ?? ""))
            case .open, .close: continue
            }
        }
        guard sawText else { throw TimeMLError(offset: source.count, problem: "has no TEXT element") }
        guard !isInText, open.isEmpty else {
            throw TimeMLError(offset: source.count, problem: "ends inside an element")
        }
        self.text = String(decoding: text, as: UTF8.self)
        self.created = created.flatMap { CalendarDate($0.prefix(10)) }
        self.timexes = timexes.sorted { $0.bytes.lowerBound < $1.bytes.lowerBound }
    }
}

/// A TimeML file that cannot be read: where and why.
package struct TimeMLError: Error, Equatable, CustomStringConvertible {
    package let offset: Int
    package let problem: String
    package var description: String { "no TimeML: \(problem) (byte \(offset))" }
}
