import EventCoding
import Foundation

/// A labelled sentence with its pair marked: `<s>` the actor, `<t>` the recipient.
package struct RelationsGold: Sendable {
    package let id: String
    /// Without the marks.
    package let text: String
    /// UTF-8 bytes of `text`.
    package let actor: Range<Int>
    package let recipient: Range<Int>
    /// `nil` where the file has no label.
    package let root: RelationRoot?

    /// Reads a table with columns `id`, `marked_sentence` and, for scoring, `gold_root`; fields are never quoted.
    /// - Throws: `RelationsGoldError` with the line at fault.
    package static func read(_ url: URL) throws -> [RelationsGold] {
        let text = try String(contentsOf: url, encoding: .utf8)
        var lines = text.split(whereSeparator: \.isNewline)[...]
        let columns = (lines.popFirst() ?? "").split(separator: "\t", omittingEmptySubsequences: false)
        guard let id = columns.firstIndex(of: "id"), let marked = columns.firstIndex(of: "marked_sentence") else {
            throw RelationsGoldError(file: url.path, line: 1, problem: "no columns id and marked_sentence")
        }
        let label = columns.firstIndex(of: "gold_root")
        var result: [RelationsGold] = []
        for (number, line) in lines.enumerated() {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count > max(id, marked) else {
                throw RelationsGoldError(file: url.path, line: number + 2, problem: "\(fields.count) fields")
            }
            let root = label.flatMap { $0 < fields.count ? String(fields[$0]) : nil }
            result.append(
                RelationsGold(id: String(fields[id]), marked: String(fields[marked]), root: root.flatMap(merged)))
        }
        return result
    }

    /// CONCEDE and RETREAT are one root here.
    private static func merged(_ label: String) -> RelationRoot? {
        RelationRoot(rawValue: ["CONCEDE", "RETREAT"].contains(label) ? "YIELD" : label)
    }

    package init(id: String, marked: String, root: RelationRoot?) {
        var text: [UInt8] = []
        var spans: [UInt8: Range<Int>] = [:]
        var starts: [UInt8: Int] = [:]
        let bytes = Array(marked.utf8)
        var at = 0
        while at < bytes.count {
            if at + 2 < bytes.count, bytes[at] == 0x3C, bytes[at + 2] == 0x3E,
                bytes[at + 1] == 0x73 || bytes[at + 1] == 0x74
            {
                starts[bytes[at + 1]] = text.count
                at += 3
            } else if at + 3 < bytes.count, bytes[at] == 0x3C, bytes[at + 1] == 0x2F, bytes[at + 3] == 0x3E,
                let start = starts[bytes[at + 2]]
            {
                spans[bytes[at + 2]] = start..<text.count
                at += 4
            } else {
                text.append(bytes[at])
                at += 1
            }
        }
        self.id = id
        self.text = String(decoding: text, as: UTF8.self)
        actor = spans[0x73] ?? 0..<0
        recipient = spans[0x74] ?? 0..<0
        self.root = root
    }
}

/// A table of relations at fault.
package struct RelationsGoldError: Error, CustomStringConvertible {
    package let file: String
    package let line: Int
    package let problem: String
    package var description: String { "\(file):\(line): \(problem)" }
}
