import Testing
import Tokens

struct CodePointOffsetsTests {
    @Test(arguments: [
        "", "plain text", "Laçın — “Xankəndi”", String(repeating: "aé漢😀", count: 100),
        String(repeating: "x", count: 63) + "é", String(repeating: "x", count: 64) + "é",
    ])
    func agreesWithCountingScalars(text: String) {
        let offsets = CodePointOffsets(Array(text.utf8))
        var byte = 0
        for (count, scalar) in text.unicodeScalars.enumerated() {
            #expect(offsets.codePoint(ofByte: byte) == count)
            #expect(offsets.byte(ofCodePoint: count) == byte)
            byte += String(scalar).utf8.count
        }
        #expect(offsets.codePoint(ofByte: byte) == text.unicodeScalars.count)
        #expect(offsets.byte(ofCodePoint: text.unicodeScalars.count) == byte)
    }
}

struct StringKeyTests {
    /// Values of spaCy's `StringStore`, from `spacy.strings.hash_string`.
    @Test(arguments: [
        ("", UInt64(0)), ("coffee", 3_197_928_453_018_144_401), ("apple", 8_566_208_034_543_834_098),
        ("ceasefire", 16_240_892_860_315_586_992), ("Laçın", 271_187_551_217_694_922),
    ])
    func equalsThePublishedHash(text: String, hash: UInt64) {
        #expect(StringKey(text).value == hash)
        #expect(StringKey(utf8: text.utf8).value == hash)
    }
}
