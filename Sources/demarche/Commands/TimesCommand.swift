import Dates
import Foundation
import Grounding
import Ingest
import Tokens

extension Command {
    static let times = Command(
        name: "times",
        summary: "time expressions with their values",
        usage: """
            usage: demarche times [--date D] [--format table|jsonl|timeml] PATH…

            Lists the times a text names: TIMEX3 type and value, and the days each denotes. In news they count from the
            day of publication, in stories from the last time named. Offsets count code points.

              --format table       for people (default)
              --format jsonl       one line an expression
              --format timeml      the text as TimeML, one document a file
            \(TextInputs.optionsHelp)
            """,
        run: { arguments in
            let options = try Options(
                arguments, valued: TextInputs.valuedOptions.union(["--format"]), flags: TextInputs.flags)
            let format = try options.choice("--format", of: ["table", "jsonl", "timeml"])
            let inputs = try TextInputs(options)
            let tagger = try TimeTagger(data: inputs.data)
            return try inputs.forEach { report, reader in
                let doc = try reader.doc(of: report.text)
                let expressions = tagger.expressions(in: doc, published: report.date)
                let output =
                    switch format {
                    case "jsonl": try jsonLines(expressions, in: doc, file: report.file)
                    case "timeml": timeML(expressions, in: doc, report)
                    default: table(expressions, in: doc, file: report.file)
                    }
                inputs.output.write(Array(output.utf8))
            }
        })
}

/// The fields of one expression, as `--format jsonl` writes them; absent ones are null.
private struct TimeRecord: Encodable {
    let file: String
    let text: String
    let start: Int
    let end: Int
    let type: String
    let value: String
    let mod: String?
    let quant: String?
    let freq: String?
    let from: String?
    let to: String?

    init(_ expression: TimeExpression, in doc: Doc, file: String) {
        let range = doc.codePoints.range(ofBytes: expression.bytes)
        self.file = file
        text = doc.text(bytes: expression.bytes)
        start = range.lowerBound
        end = range.upperBound
        type = expression.kind.rawValue
        value = expression.value
        mod = expression.modifier
        quant = expression.quantifier
        freq = expression.frequency
        from = expression.interval?.lowerBound.description
        to = expression.interval?.upperBound.description
    }

    private enum CodingKeys: CodingKey {
        case file, text, start, end, type, value, mod, quant, freq, from, to
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(file, forKey: .file)
        try container.encode(text, forKey: .text)
        try container.encode(start, forKey: .start)
        try container.encode(end, forKey: .end)
        try container.encode(type, forKey: .type)
        try container.encode(value, forKey: .value)
        try container.encode(mod, forKey: .mod)
        try container.encodeIfPresent(quant, forKey: .quant)
        try container.encodeIfPresent(freq, forKey: .freq)
        try container.encode(from, forKey: .from)
        try container.encode(to, forKey: .to)
    }
}

private func jsonLines(_ expressions: [TimeExpression], in doc: Doc, file: String) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try expressions.map { expression in
        String(decoding: try encoder.encode(TimeRecord(expression, in: doc, file: file)), as: UTF8.self) + "\n"
    }.joined()
}

private func table(_ expressions: [TimeExpression], in doc: Doc, file: String) -> String {
    let rows = expressions.map { expression in
        let record = TimeRecord(expression, in: doc, file: file)
        let days = record.from.map { from in record.to == from ? from : "\(from) to \(record.to ?? from)" }
        return [
            "\(record.start)–\(record.end)", record.text.split(whereSeparator: \.isWhitespace).joined(separator: " "),
            record.type, record.value, record.mod ?? "", days ?? "",
        ]
    }
    let header = ["offset", "text", "type", "value", "mod", "days"]
    return "\(file)\n" + alignedTable([header] + rows) + "\n"
}

private func timeML(_ expressions: [TimeExpression], in doc: Doc, _ report: Report) -> String {
    var text = ""
    var position = 0
    for (number, expression) in expressions.enumerated() {
        let optional = [("mod", expression.modifier), ("quant", expression.quantifier), ("freq", expression.frequency)]
        let attributes = optional.compactMap { name, value in value.map { " \(name)=\"\(escaped($0))\"" } }.joined()
        text += escaped(doc.text(bytes: position..<expression.bytes.lowerBound))
        text +=
            "<TIMEX3 tid=\"t\(number + 1)\" type=\"\(expression.kind.rawValue)\" value=\"\(expression.value)\"\(attributes)>"
        text += escaped(doc.text(bytes: expression.bytes)) + "</TIMEX3>"
        position = expression.bytes.upperBound
    }
    text += escaped(doc.text(bytes: position..<doc.text.utf8.count))
    let created = report.date.map { date in
        "<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"\(date)\" temporalFunction=\"false\" "
            + "functionInDocument=\"CREATION_TIME\">\(date)</TIMEX3></DCT>\n"
    }
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <TimeML>
        <DOCID>\(escaped(report.file))</DOCID>
        \(created ?? "")<TEXT>\(text)</TEXT>
        </TimeML>

        """
}

private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}
