/// Fields of tables hold lists and small grammars of ASCII marks; they are cut by bytes, since tables are read whenever
/// the program starts.
extension String {
    /// What stands between separators; empty parts are left out.
    package func parts(_ separator: UInt8) -> [String] {
        guard utf8.contains(separator) else { return isEmpty ? [] : [self] }
        return utf8.split(separator: separator).map { String(Substring($0)) }
    }

    /// Without spaces at both ends.
    func withoutSpacesAround() -> String {
        let space = UInt8(ascii: " ")
        guard utf8.first == space || utf8.last == space else { return self }
        let trimmed = utf8.drop { $0 == space }
        let end = trimmed.lastIndex { $0 != space }.map { trimmed.index(after: $0) } ?? trimmed.startIndex
        return String(Substring(trimmed[..<end]))
    }
}
