/// Reads one report from one page.
struct HTMLReader: RecordReader {
    private let reader: ByteReader
    private let name: String
    private let options: ReadingOptions
    private var isDone = false

    init(_ reader: ByteReader, name: String, options: ReadingOptions) {
        self.reader = reader
        self.name = name
        self.options = options
    }

    mutating func next() -> Reading? {
        guard !isDone else { return nil }
        isDone = true
        do {
            let limit = options.limits.pageBytes
            guard let bytes = try reader.rest(limit: limit) else {
                return .failure(
                    InputError(file: name, problem: "is longer than \(limit) bytes, which no page with an article is"))
            }
            let page = ArticlePage(bytes, today: options.today)
            guard let (report, warnings) = page.report(by: options.articleModel, file: name) else {
                return .failure(InputError(file: name, problem: "no article was found on this page"))
            }
            return .report(report, warnings: warnings)
        } catch {
            return .failure(error)
        }
    }
}
