/// The lexemes one worker has met, numbered in the order it met them.
///
/// Not shared between workers. Numbers hold until `removeAll`, which begins a new `generation`: whatever is stored by
/// lexeme number elsewhere is void then.
package final class LexemeTable {
    package private(set) var lexemes: [Lexeme] = []
    package private(set) var generation = 0
    private let norms: NormTable
    private var table: ByteStringTable

    package init(norms: NormTable) {
        self.norms = norms
        table = ByteStringTable(minimumCapacity: 1 << 14)
    }

    package var count: Int { lexemes.count }

    package subscript(index: Int) -> Lexeme { lexemes[index] }

    /// The number of the lexeme with this spelling, which is added if it is new.
    /// - Parameter word: valid UTF-8, not empty.
    package func index(of word: Span<UInt8>) -> Int {
        let hash = ByteStringTable.hash(word.bytes)
        if let known = table.find(word.bytes, hash: hash) { return known }
        lexemes.append(Lexeme(word, norms: norms))
        return table.insert(word.bytes, hash: hash)
    }

    package func removeAll() {
        lexemes.removeAll(keepingCapacity: true)
        table.removeAll()
        generation += 1
    }
}
