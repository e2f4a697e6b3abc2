import Tokens

/// A Doc in the shape of spaCy's `Doc.to_json()`, one line, with the file's name first. Offsets count code points.
package struct DocJSONWriter {
    private var json = JSONWriter()

    package init() {}

    /// The line, with its newline; valid until the next call.
    package mutating func line(_ doc: Doc, file: String) -> [UInt8] {
        json.removeAll()
        json.object { json in
            json.key("file")
            json.value(file)
            json.key("text")
            json.value(doc.text)
            json.key("ents")
            json.array { json in
                for entity in doc.entities {
                    let range = doc.codePointRange(of: entity.tokens)
                    json.object { json in
                        write(range, to: &json)
                        json.key("label")
                        json.value(entity.label.rawValue)
                    }
                }
            }
            json.key("sents")
            json.array { json in
                for sentence in doc.sentences {
                    let range = doc.codePointRange(of: sentence)
                    json.object { json in write(range, to: &json) }
                }
            }
            json.key("tokens")
            json.array { json in
                for index in 0..<doc.count { write(doc, index, to: &json) }
            }
        }
        json.endLine()
        return json.bytes
    }
}

private func write(_ range: Range<Int>, to json: inout JSONWriter) {
    json.key("start")
    json.value(range.lowerBound)
    json.key("end")
    json.value(range.upperBound)
}

private func write(_ doc: Doc, _ index: Int, to json: inout JSONWriter) {
    let token = doc.tokens[index]
    json.object { json in
        json.key("id")
        json.value(index)
        write(doc.codePoints.range(ofBytes: token.start..<token.end), to: &json)
        json.key("tag")
        json.value(token.tag.rawValue)
        json.key("pos")
        json.value(token.pos.rawValue)
        json.key("morph")
        json.value(token.morph)
        json.key("lemma")
        json.value(token.lemma)
        json.key("dep")
        json.value(token.dep.rawValue)
        json.key("head")
        json.value(token.head)
    }
}
