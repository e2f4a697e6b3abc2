import Tokens

/// A Doc as CoNLL-U (https://universaldependencies.org/format.html): one token a line, a blank line after a sentence.
///
/// The tree is ClearNLP's, in HEAD and DEPREL; XPOS is the Penn Treebank tag; MISC holds `NER=B-GPE` and
/// `SpaceAfter=No`. Tokens of white space are left out: CoNLL-U has none; heads that were such tokens become the root.
package struct CoNLLUWriter {
    package init() {}

    package func text(_ doc: Doc, file: String) -> String {
        var output = "# newdoc id = \(file)\n"
        for (number, sentence) in doc.sentences.enumerated() {
            let words = sentence.filter { doc.tokens[$0].pos != .space }
            guard let first = words.first, let last = words.last else { continue }
            let text = doc.text(of: first..<last + 1)
            output += "# sent_id = \(number + 1)\n# text = \(oneLine(text))\n"
            var positions: [Int: Int] = [:]
            for (position, token) in words.enumerated() { positions[token] = position + 1 }
            for (position, index) in words.enumerated() {
                output += line(doc, index, position: position + 1, positions: positions)
            }
            output += "\n"
        }
        return output
    }

    private func line(_ doc: Doc, _ index: Int, position: Int, positions: [Int: Int]) -> String {
        let token = doc.tokens[index]
        let isRoot = token.head == index || positions[token.head] == nil
        let head = isRoot ? 0 : positions[token.head] ?? 0
        var misc: [String] = []
        switch token.entity {
        case .outside: break
        case .begin(let label): misc.append("NER=B-\(label.rawValue)")
        case .inside(let label): misc.append("NER=I-\(label.rawValue)")
        }
        if !token.spaceAfter { misc.append("SpaceAfter=No") }
        let fields = [
            String(position), doc.text(of: index), token.lemma, token.pos.rawValue, token.tag.rawValue, token.morph,
            String(head), isRoot ? "root" : token.dep.rawValue, "", misc.joined(separator: "|"),
        ]
        return fields.map { $0.isEmpty ? "_" : oneLine($0) }.joined(separator: "\t") + "\n"
    }

    private func oneLine(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 }) else { return text }
        return String(decoding: text.utf8.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
    }
}
