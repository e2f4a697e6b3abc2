import CLibXML2

/// Reads XML from a stream, giving the elements of some names one at a time as small trees.
///
/// No entity of the document is expanded, nothing is fetched, and one element may hold at most `limit` bytes.
final class XMLElementReader {
    private let input: XMLInput
    private let reader: xmlTextReaderPtr
    private let wanted: Set<String>
    /// The reader stands on an element that was given, whose inside is to be passed over.
    private var isInsideWanted = false

    private static let isLibraryReady: Bool = {
        xmlInitParser()
        return true
    }()

    /// - Parameters:
    ///   - name: the input's, for messages.
    ///   - wanted: local names of the elements to give.
    init?(_ bytes: ByteReader, name: String, wanted: Set<String>, limit: Int) {
        guard XMLElementReader.isLibraryReady else { return nil }
        let input = XMLInput(bytes, name: name, limit: limit)
        let options = Int32(
            XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
                | XML_PARSE_RECOVER.rawValue | XML_PARSE_NOCDATA.rawValue)
        guard
            let reader = xmlReaderForIO(
                { context, buffer, count in
                    guard let context, let buffer else { return -1 }
                    return Unmanaged<XMLInput>.fromOpaque(context).takeUnretainedValue().read(
                        UnsafeMutableRawBufferPointer(start: buffer, count: Int(count)))
                },
                { _ in 0 }, Unmanaged.passUnretained(input).toOpaque(), nil, nil, options)
        else { return nil }
        self.input = input
        self.reader = reader
        self.wanted = wanted
    }

    deinit { xmlFreeTextReader(reader) }

    enum Item {
        case element(XMLElement)
        /// XML that cannot be read further, and the line.
        case broken(line: Int)
    }

    /// The next wanted element; `nil` at the end.
    func next() throws(InputError) -> Item? {
        input.beginElement()
        var state = isInsideWanted ? xmlTextReaderNext(reader) : xmlTextReaderRead(reader)
        isInsideWanted = false
        while state == 1 {
            let isElement = xmlTextReaderNodeType(reader) == Int32(XML_READER_TYPE_ELEMENT.rawValue)
            if isElement, let name = xmlTextReaderConstLocalName(reader), wanted.contains(String(cString: name)) {
                guard let node = xmlTextReaderExpand(reader) else {
                    state = -1
                    break
                }
                isInsideWanted = true
                return .element(XMLElement(node))
            }
            input.beginElement()
            state = xmlTextReaderRead(reader)
        }
        if let failure = input.failure { throw failure }
        return state == 0 ? nil : .broken(line: Int(xmlTextReaderGetParserLineNumber(reader)))
    }
}

/// What libxml2 reads from; stops an element that grows beyond all bounds.
private final class XMLInput {
    private let bytes: ByteReader
    private let name: String
    private let limit: Int
    private var bytesOfElement = 0
    private(set) var failure: InputError?

    init(_ bytes: ByteReader, name: String, limit: Int) {
        self.bytes = bytes
        self.name = name
        self.limit = limit
    }

    func beginElement() { bytesOfElement = 0 }

    func read(_ buffer: UnsafeMutableRawBufferPointer) -> Int32 {
        guard failure == nil else { return -1 }
        guard bytesOfElement <= limit else {
            failure = InputError(
                file: name, problem: "one of its elements is longer than \(limit) bytes; reading stopped there")
            return -1
        }
        do {
            let piece = try bytes.take(buffer.count)
            buffer.copyBytes(from: piece)
            bytesOfElement += piece.count
            return Int32(piece.count)
        } catch {
            failure = error
            return -1
        }
    }
}
