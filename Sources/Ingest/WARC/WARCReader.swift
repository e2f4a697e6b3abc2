/// Reads reports from a web archive: the pages of its responses and resources, the texts of its conversions (WET).
struct WARCReader: RecordReader {
    private let name: String
    private let options: ReadingOptions
    private var records: WARCRecordReader
    private var number = 0
    private var isDone = false

    init(_ reader: ByteReader, name: String, options: ReadingOptions) {
        self.name = name
        self.options = options
        records = WARCRecordReader(reader, limit: options.limits.recordBytes)
    }

    mutating func next() -> Reading? {
        while !isDone {
            do {
                guard let result = try records.next() else { return nil }
                number += 1
                let file = "\(name)#\(number)"
                switch result {
                case .passedOver: continue
                case .broken(let reason): return .failure(InputError(file: file, problem: reason))
                case .record(let record): return try read(record, file: file)
                }
            } catch {
                // A record's own failure names the record; one of the input as a whole ends it.
                isDone = error.file == name
                return .failure(error)
            }
        }
        return nil
    }

    private func read(_ record: WARCRecordReader.Record, file: String) throws(InputError) -> Reading {
        let url = record.fields["warc-target-uri"].map { $0.trimmingAngleBrackets() }
        let isHTTP = record.block.starts(with: Array("HTTP/".utf8))
        if record.fields["warc-type"]?.lowercased() == "response", isHTTP {
            let response = try HTTPResponse(record.block, name: file, limits: options.limits)
            guard response.status == 200 else { return .skipped(.notAPage) }
            return page(
                response.body, mediaType: response.mediaType, charset: response.charset, url: url, file: file)
        }
        let type = record.fields["content-type", default: ""].prefix { $0 != ";" }.trimmed().lowercased()
        return page(record.block, mediaType: type, charset: nil, url: url, file: file)
    }

    private func page(_ body: [UInt8], mediaType: String, charset: String?, url: String?, file: String) -> Reading {
        switch mediaType {
        case "text/plain":
            let (text, warnings) = TextEncoding.decodeText(body, file: file)
            guard text.utf8.contains(where: { !$0.isSpace }) else { return .skipped(.withoutText) }
            return .report(Report(text: text, url: url, file: file), warnings: warnings)
        case "text/html", "application/xhtml+xml", "":
            guard !body.isEmpty, mediaType != "" || body.first(where: { !$0.isSpace }) == 0x3C else {
                return .skipped(.notAPage)
            }
            let limit = options.limits.pageBytes
            guard body.count <= limit else {
                return .failure(InputError(file: file, problem: "its page is longer than \(limit) bytes; left out"))
            }
            let page = ArticlePage(body, declaredEncoding: charset, url: url, today: options.today)
            guard let (report, warnings) = page.report(by: options.articleModel, file: file) else {
                return .skipped(.withoutText)
            }
            return .report(report, warnings: warnings)
        default: return .skipped(.notAPage)
        }
    }
}

extension String {
    /// Some writers put `<…>` around the URL.
    fileprivate func trimmingAngleBrackets() -> String {
        hasPrefix("<") && hasSuffix(">") ? String(dropFirst().dropLast()) : self
    }
}
