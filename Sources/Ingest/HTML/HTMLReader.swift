/// Reads one report from one page.
struct HTMLReader: RecordReader {
    private let reader: ByteReader
    private let name: String
    private let limits: ReadingLimits
    private var isDone = false

    init(_ reader: ByteReader, name: String, options: ReadingOptions) {
        self.reader = reader
        self.name = name
        limits = options.limits
    }

    mutating func next() -> Reading? {
        guard !isDone else { return nil }
        isDone = true
        do {
            guard let bytes = try reader.rest(limit: limits.recordBytes) else {
                return .failure(InputError(file: name, problem: "is longer than \(limits.recordBytes) bytes"))
            }
            let page = ArticlePage(bytes)
            guard !page.text.isEmpty else {
                return .failure(InputError(file: name, problem: "no article was found on this page"))
            }
            return .report(page.report(file: name), warnings: [])
        } catch {
            return .failure(error)
        }
    }
}
