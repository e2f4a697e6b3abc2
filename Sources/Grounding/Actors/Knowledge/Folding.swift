import Foundation

/// Appends a word in the form that names are compared in: lower case, ASCII where a letter has a plain one.
///
/// "Erdoğan" and "Erdogan", "Laçın" and "Lacin" fold to the same bytes. Letters of other scripts stay as they are.
func appendFolded(_ bytes: ArraySlice<UInt8>, to folded: inout [UInt8]) {
    if bytes.allSatisfy({ $0 < 0x80 }) {
        for byte in bytes { folded.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) }
        return
    }
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
    for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars {
        if let plain = plainLetters[scalar] {
            folded.append(contentsOf: plain.utf8)
        } else if scalar.properties.canonicalCombiningClass == .notReordered {
            folded.append(contentsOf: String(scalar).utf8)
        }
    }
}

/// Letters that canonical decomposition leaves whole, and marks that stand for no sound in English spelling.
private let plainLetters: [Unicode.Scalar: String] = [
    "ı": "i", "ə": "a", "ł": "l", "đ": "d", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ħ": "h",
    "ŋ": "n", "ʻ": "", "ʼ": "", "ʿ": "", "ʾ": "",
]
