/// Fields of tables hold lists and small grammars of ASCII marks; they are cut by bytes, since tables are read whenever
/// the program starts.
extension String {
    /// What stands between separators; empty parts are left out.
    package func parts(_ separator: UInt8) -> [String] { parts { $0 == separator } }

    /// As above, with bytes that each separate.
    package func parts(at isSeparator: (UInt8) -> Bool) -> [String] {
        guard utf8.contains(where: isSeparator) else { return isEmpty ? [] : [self] }
        var result: [String] = []
        var start = utf8.startIndex
        while start < utf8.endIndex {
            let end = utf8[start...].firstIndex(where: isSeparator) ?? utf8.endIndex
            if start < end { result.append(String(self[start..<end])) }
            guard end < utf8.endIndex else { break }
            start = utf8.index(after: end)
        }
        return result
    }

    var hasSpacesAround: Bool { utf8.first == UInt8(ascii: " ") || utf8.last == UInt8(ascii: " ") }

    /// Without spaces at both ends.
    func withoutSpacesAround() -> String {
        let space = UInt8(ascii: " ")
        guard hasSpacesAround else { return self }
        let trimmed = utf8.drop { $0 == space }
        let end = trimmed.lastIndex { $0 != space }.map { trimmed.index(after: $0) } ?? trimmed.startIndex
        return String(Substring(trimmed[..<end]))
    }
}
