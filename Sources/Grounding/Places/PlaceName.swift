import Foundation
import Tokens

/// Names of places, folded so that spellings of one name meet: case, diacritics, letters such as ı and ə, apostrophes,
/// full stops, hyphens, a leading article, and the short forms of Saint, Mount and Fort make no difference.
package enum PlaceName {
    /// The key under which a name is found; key 0 for a name with no letter or digit.
    package static func key(_ name: some StringProtocol) -> StringKey { StringKey(utf8: folded(name)) }

    /// The key of a name in UTF-8.
    static func key(utf8 name: ArraySlice<UInt8>) -> StringKey { StringKey(utf8: folded(utf8: name)) }

    /// The folded name: words of lower-case letters and digits with single spaces between them.
    package static func folded(_ name: some StringProtocol) -> [UInt8] { folded(utf8: Array(name.utf8)[...]) }

    private static func folded(utf8 name: ArraySlice<UInt8>) -> [UInt8] {
        var letters: [UInt8] = []
        letters.reserveCapacity(name.count)
        if name.allSatisfy({ $0 < 0x80 }) {
            for byte in name { append(byte, to: &letters) }
        } else {
            let text = String(decoding: name, as: UTF8.self)
            for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars { append(scalar, to: &letters) }
        }
        if letters.last == space { letters.removeLast() }
        return expanded(letters)
    }

    private static let space = UInt8(ascii: " ")

    private static func append(_ byte: UInt8, to letters: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): letters.append(byte | 0x20)
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): letters.append(byte)
        case UInt8(ascii: "."), UInt8(ascii: "'"), UInt8(ascii: "`"): break
        case UInt8(ascii: "&"):
            if let last = letters.last, last != space { letters.append(space) }
            letters += Array("and ".utf8)
        default:
            if let last = letters.last, last != space { letters.append(space) }
        }
    }

    private static func append(_ scalar: Unicode.Scalar, to letters: inout [UInt8]) {
        if scalar.isASCII { return append(UInt8(scalar.value), to: &letters) }
        if scalar.properties.generalCategory == .nonspacingMark { return }
        if let plain = plainLetters[scalar] {
            letters += plain
        } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            letters += Array(scalar.properties.lowercaseMapping.utf8)
        } else if !apostrophes.contains(scalar), let last = letters.last, last != space {
            letters.append(space)
        }
    }

    /// Letters that have no canonical decomposition, as English texts write them without their marks.
    private static let plainLetters: [Unicode.Scalar: [UInt8]] = [
        "ı": "i", "ə": "e", "Ə": "e", "ǝ": "e", "Ǝ": "e", "ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe",
        "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ł": "l", "Ł": "l",
        "ħ": "h", "Ħ": "h", "ŋ": "ng", "Ŋ": "ng", "ŧ": "t", "Ŧ": "t",
    ].mapValues { Array($0.utf8) }

    private static let apostrophes: Set<Unicode.Scalar> = ["’", "‘", "ʻ", "ʼ", "ʹ", "ʿ", "ʾ", "′", "´"]

    /// The words with short forms written out and a leading article dropped.
    private static func expanded(_ letters: [UInt8]) -> [UInt8] {
        guard letters.contains(space) else { return letters }
        var result: [UInt8] = []
        result.reserveCapacity(letters.count + 8)
        var start = letters.starts(with: article) ? article.count : 0
        while start < letters.count {
            let end = letters[start...].firstIndex(of: space) ?? letters.count
            if !result.isEmpty { result.append(space) }
            if end - start == 2, letters[start + 1] == UInt8(ascii: "t"), let long = shortForms[letters[start]] {
                result += long
            } else {
                result += letters[start..<end]
            }
            start = end + 1
        }
        return result
    }

    private static let article = Array("the ".utf8)

    /// What "st", "mt" and "ft" stand for, by their first letter.
    private static let shortForms: [UInt8: [UInt8]] = [
        UInt8(ascii: "s"): Array("saint".utf8), UInt8(ascii: "m"): Array("mount".utf8),
        UInt8(ascii: "f"): Array("fort".utf8),
    ]
}
