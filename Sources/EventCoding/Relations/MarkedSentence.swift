/// A sentence in which an actor and a recipient are marked: `<s>France</s> praised <t>Ghana</t>.`
///
/// Either may be marked several times, where it is named again, or not at all, where it is not said.
package struct MarkedSentence: Sendable, Equatable {
    /// Without the marks.
    package let text: String
    /// UTF-8 byte ranges of `text`, in its order.
    package let actor: [Range<Int>]
    package let recipient: [Range<Int>]

    /// - Throws: `MarkError` when a mark is closed that is not open, opened twice, or left open.
    package init(_ marked: String) throws(MarkError) {
        let source = Array(marked.utf8)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.count)
        var open: [UInt8: Int] = [:]
        var ranges: [UInt8: [Range<Int>]] = [:]
        var position = 0
        while position < source.count {
            guard let mark = Mark(source, at: position) else {
                bytes.append(source[position])
                position += 1
                continue
            }
            if mark.closes {
                guard let start = open.removeValue(forKey: mark.letter) else {
                    throw MarkError(problem: "a mark is closed at byte \(position) that is not open")
                }
                ranges[mark.letter, default: []].append(start..<bytes.count)
            } else {
                guard open.updateValue(bytes.count, forKey: mark.letter) == nil else {
                    throw MarkError(problem: "a mark is opened at byte \(position) inside one of its kind")
                }
            }
            position += mark.length
        }
        guard open.isEmpty else { throw MarkError(problem: "a mark is not closed") }
        text = String(decoding: bytes, as: UTF8.self)
        actor = ranges[Mark.actor] ?? []
        recipient = ranges[Mark.recipient] ?? []
    }

    private struct Mark {
        static let actor = UInt8(ascii: "s")
        static let recipient = UInt8(ascii: "t")

        let letter: UInt8
        let closes: Bool
        var length: Int { closes ? 4 : 3 }

        /// `nil` when no mark begins at the position.
        init?(_ bytes: [UInt8], at position: Int) {
            guard bytes[position] == UInt8(ascii: "<"), position + 2 < bytes.count else { return nil }
            closes = bytes[position + 1] == UInt8(ascii: "/")
            let at = position + (closes ? 2 : 1)
            guard at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: ">") else { return nil }
            letter = bytes[at]
            guard letter == Mark.actor || letter == Mark.recipient else { return nil }
        }
    }
}

package struct MarkError: Error, Equatable, CustomStringConvertible {
    package let problem: String
    package var description: String { "\(problem): expected <s>actor</s> and <t>recipient</t>" }
}
