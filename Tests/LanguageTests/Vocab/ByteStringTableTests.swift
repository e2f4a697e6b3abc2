import Testing

@testable import Language

@Suite struct ByteStringTableTests {
    @Test func numbersKeysInOrderAndFindsThemAgainAfterGrowing() {
        var table = ByteStringTable(minimumCapacity: 1)
        let words = (0..<500).map { Array(String(repeating: "ab", count: $0 % 13).utf8) + Array("\($0)".utf8) }
        for (number, word) in words.enumerated() {
            let hash = ByteStringTable.hash(word.span.bytes)
            #expect(table.find(word.span.bytes, hash: hash) == nil)
            #expect(table.insert(word.span.bytes, hash: hash) == number)
        }
        for (number, word) in words.enumerated() {
            #expect(table.find(word.span.bytes, hash: ByteStringTable.hash(word.span.bytes)) == number)
        }
    }

    @Test func tellsKeysWithOneHashApart() {
        var table = ByteStringTable(minimumCapacity: 4)
        let first = Array("peace".utf8)
        let second = Array("truce".utf8)
        _ = table.insert(first.span.bytes, hash: 7)
        #expect(table.find(second.span.bytes, hash: 7) == nil)
        #expect(table.insert(second.span.bytes, hash: 7) == 1)
        #expect(table.find(first.span.bytes, hash: 7) == 0)
        #expect(table.find(second.span.bytes, hash: 7) == 1)
        table.removeAll()
        #expect(table.count == 0)
        #expect(table.find(first.span.bytes, hash: 7) == nil)
    }
}
