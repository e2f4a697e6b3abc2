import Tokens

/// A stretch between quotation marks.
package struct Quotation: Sendable, Equatable {
    /// Tokens from the opening mark to the closing mark, both included; without a closing mark, to where it ends.
    package let tokens: Range<Int>
    /// `false` when the text has no closing mark and the end of the paragraph (or the next opening mark) stands for it.
    package let isClosed: Bool
    /// Between single marks.
    package let isSingle: Bool
}

/// Finds what stands between quotation marks: straight, curly, guillemets, double and single, `` and ''.
///
/// One pass over the tokens. A paragraph that begins with an opening mark while a quotation is open continues it, as
/// newspapers print long quotations; otherwise an open quotation ends with its paragraph.
package struct QuotationMarks: Sendable {
    /// What a token is to a quotation.
    package enum Edge: UInt64, Sendable {
        case none = 0
        case opening, closing
    }

    /// In the order of the text, a double one before a single one that begins at the same token.
    package let quotations: [Quotation]
    /// For each token the number of the quotation that holds it, counted from 1, 0 outside.
    private let holders: [UInt64]
    private let edges: [Edge]

    package init(in doc: Doc) {
        var scanner = MarkScanner(doc)
        scanner.run()
        quotations = scanner.found.sorted {
            ($0.tokens.lowerBound, $0.isSingle ? 1 : 0) < ($1.tokens.lowerBound, $1.isSingle ? 1 : 0)
        }
        var holders = [UInt64](repeating: 0, count: doc.count)
        var edges = [Edge](repeating: .none, count: doc.count)
        for (index, quotation) in quotations.enumerated() {
            for token in quotation.tokens where !quotation.isSingle || holders[token] == 0 {
                holders[token] = UInt64(index + 1)
            }
            edges[quotation.tokens.lowerBound] = .opening
            if quotation.isClosed { edges[quotation.tokens.upperBound - 1] = .closing }
        }
        self.holders = holders
        self.edges = edges
    }

    /// The number, counted from 1, of the quotation that holds a token (its marks included), 0 outside; the double one
    /// where a single one lies inside it.
    package func number(at token: Int) -> UInt64 { holders.indices.contains(token) ? holders[token] : 0 }

    /// Whether a token is a quotation's opening or closing mark.
    package func edge(at token: Int) -> Edge { edges.indices.contains(token) ? edges[token] : .none }

    package func quotation(at token: Int) -> Quotation? {
        let number = number(at: token)
        return number == 0 ? nil : quotations[Int(number) - 1]
    }
}

private enum Mark {
    case opening, closing, straight
    case openingSingle, closingSingle, straightSingle
}

private struct MarkScanner {
    private let doc: Doc
    private(set) var found: [Quotation] = []
    /// Opening token of the double quotation that is open, and of the single one.
    private var double: Int?
    private var single: Int?

    init(_ doc: Doc) { self.doc = doc }

    mutating func run() {
        var token = 0
        while token < doc.count {
            if doc.beginsParagraph(token) {
                single = nil
                if double != nil {
                    if opens(token) {
                        token += 1
                        continue
                    }
                    endDouble(before: token, closed: false)
                }
            }
            step(token)
            token += 1
        }
        endDouble(before: doc.count, closed: false)
    }

    private mutating func step(_ token: Int) {
        guard let mark = mark(token) else { return }
        switch mark {
        case .opening:
            endDouble(before: token, closed: false)
            double = token
        case .closing: closeDouble(token)
        case .straight:
            if double == nil {
                if !looksClosing(token) || looksOpening(token) { double = token }
            } else if looksOpening(token), !looksClosing(token) {
                endDouble(before: token, closed: false)
                double = token
            } else {
                closeDouble(token)
            }
        case .openingSingle: single = token
        case .closingSingle, .straightSingle:
            if let start = single, looksClosing(token) {
                found.append(Quotation(tokens: start..<token + 1, isClosed: true, isSingle: true))
                single = nil
            } else if mark == .straightSingle, single == nil, looksOpening(token), !looksClosing(token) {
                single = token
            }
        }
    }

    private mutating func closeDouble(_ token: Int) {
        guard let start = double else { return }
        found.append(Quotation(tokens: start..<token + 1, isClosed: true, isSingle: false))
        double = nil
        single = nil
    }

    /// A quotation without a closing mark is kept to the last word before `token`.
    private mutating func endDouble(before token: Int, closed: Bool) {
        guard let start = double else { return }
        double = nil
        var end = token
        while end > start + 1, doc.tokens[end - 1].pos == .space { end -= 1 }
        if end > start + 1 { found.append(Quotation(tokens: start..<end, isClosed: closed, isSingle: false)) }
    }

    private func mark(_ token: Int) -> Mark? {
        guard let mark = marks[doc.tokens[token].lowerKey] else { return nil }
        switch mark {
        case .closingSingle, .straightSingle: return doc.tokens[token].tag == .pos ? nil : mark
        default: return mark
        }
    }

    private func opens(_ token: Int) -> Bool {
        switch mark(token) {
        case .opening: true
        case .straight: looksOpening(token)
        default: false
        }
    }

    /// White space (or an opening bracket, a dash, another mark) before, none after.
    private func looksOpening(_ token: Int) -> Bool {
        let free = token == 0 || hasSpaceBefore(token) || precedesMark.contains(doc.tokens[token - 1].lowerKey)
        return free && !doc.tokens[token].spaceAfter && token + 1 < doc.count && doc.tokens[token + 1].pos != .space
    }

    /// No white space before; white space, punctuation or nothing after.
    private func looksClosing(_ token: Int) -> Bool {
        guard token > 0, !hasSpaceBefore(token) else { return doc.tokens[token].spaceAfter }
        guard token + 1 < doc.count, !doc.tokens[token].spaceAfter else { return true }
        return [.punctuation, .space].contains(doc.tokens[token + 1].pos)
    }

    private func hasSpaceBefore(_ token: Int) -> Bool {
        doc.tokens[token - 1].spaceAfter || doc.tokens[token - 1].pos == .space
    }
}

/// By the marks' keys: nearly every token is none, and a look-up tells so without comparing text.
private let marks: [StringKey: Mark] = {
    let spellings: [(Mark, [String])] = [
        (.straight, ["\"", "''", "\u{2033}", "''''"]), (.opening, ["“", "«", "„", "``", "‟"]), (.closing, ["”", "»"]),
        (.openingSingle, ["‘", "‚", "‹", "`"]), (.closingSingle, ["’", "›"]), (.straightSingle, ["'"]),
    ]
    return Dictionary(uniqueKeysWithValues: spellings.flatMap { mark, list in list.map { (StringKey($0), mark) } })
}()

private let precedesMark = Set(["(", "[", "—", "–", "-", "--", "\"", "“", "‘", "'", "/", ":"].map { StringKey($0) })

extension Doc {
    /// Whether a new paragraph begins at a token: after white space with a line break that belongs to no token (the
    /// engine reads paragraph by paragraph), after a blank line, or after a line that ends like a sentence.
    func beginsParagraph(_ token: Int) -> Bool {
        guard token > 0, tokens[token].pos != .space else { return false }
        let gap = tokens[token - 1].end..<tokens[token].start
        if !gap.isEmpty, !(gap.count == 1 && tokens[token - 1].spaceAfter) {
            return text(bytes: gap).utf8.contains(0x0A)
        }
        var breaks = 0
        var previous = token - 1
        while previous >= 0, tokens[previous].pos == .space {
            breaks += text(of: previous).utf8.count { $0 == 0x0A }
            previous -= 1
        }
        guard breaks < 2, previous >= 0 else { return breaks >= 2 }
        return breaks == 1 && [.sentenceEnd, .closingQuote, .colon].contains(tokens[previous].tag)
    }
}
