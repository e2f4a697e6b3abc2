/// A response as an archive keeps it: status, header and body, with chunks joined and gzip taken off.
struct HTTPResponse: Equatable {
    let status: Int
    /// Names in lower case.
    let fields: [String: String]
    let body: [UInt8]

    /// - Throws: when it is no HTTP response, or its body cannot be decoded.
    init(_ block: [UInt8], name: String, limits: ReadingLimits) throws(InputError) {
        guard block.starts(with: Array("HTTP/".utf8)), let (lines, bodyStart) = HTTPResponse.header(block) else {
            throw InputError(file: name, problem: "holds no HTTP response")
        }
        let words = String(decoding: lines[0], as: UTF8.self).split(separator: " ")
        status = words.count > 1 ? Int(words[1]) ?? 0 : 0
        var fields: [String: String] = [:]
        for line in lines.dropFirst() {
            if let (name, value) = headerField(line) { fields[name] = value }
        }
        var body = Array(block[bodyStart...])
        if fields["transfer-encoding"]?.lowercased().contains("chunked") == true {
            body = HTTPResponse.joiningChunks(body) ?? body
        }
        if body.starts(with: GzipSource.magic) {
            let source = try decompressed(MemorySource(body), name: name, limits: limits)
            guard let whole = try ByteReader(source).rest(limit: limits.recordBytes) else {
                throw InputError(file: name, problem: "its body is longer than \(limits.recordBytes) bytes")
            }
            body = whole
        } else if fields["content-encoding"]?.lowercased() == "br" {
            throw InputError(file: name, problem: "its body is compressed with Brotli, which is not read")
        }
        self.fields = fields
        self.body = body
    }

    var mediaType: String {
        fields["content-type", default: ""].prefix { $0 != ";" }.trimmed().lowercased()
    }

    var charset: String? {
        guard let type = fields["content-type"]?.lowercased(),
            let parameter = type.split(separator: ";").map({ $0.trimmed() }).first(where: { $0.hasPrefix("charset=") })
        else { return nil }
        let value = parameter.dropFirst("charset=".count).filter { $0 != "\"" && $0 != "'" }
        return value.isEmpty ? nil : String(value)
    }

    private static func header(_ block: [UInt8]) -> (lines: [ArraySlice<UInt8>], bodyStart: Int)? {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        while lines.count < 512, let lineFeed = block[start...].firstIndex(of: 0x0A) {
            let end = lineFeed > start && block[lineFeed - 1] == 0x0D ? lineFeed - 1 : lineFeed
            if end == start { return lines.isEmpty ? nil : (lines, lineFeed + 1) }
            lines.append(block[start..<end])
            start = lineFeed + 1
        }
        return nil
    }

    /// `nil` when the body is not in chunks after all, as some archives keep the header and join the body.
    static func joiningChunks(_ body: [UInt8]) -> [UInt8]? {
        var joined: [UInt8] = []
        var position = 0
        while let lineFeed = body[position...].firstIndex(of: 0x0A), lineFeed - position <= 64 {
            let line = String(decoding: body[position..<lineFeed].prefix { $0 != 0x3B }, as: UTF8.self).trimmed()
            guard let size = Int(line, radix: 16), size >= 0, size <= body.count - lineFeed - 1 else { break }
            if size == 0 { return joined }
            joined.append(contentsOf: body[(lineFeed + 1)..<(lineFeed + 1 + size)])
            position = lineFeed + 1 + size
            while position < body.count, body[position] == 0x0D || body[position] == 0x0A { position += 1 }
        }
        return joined.isEmpty ? nil : joined
    }
}
