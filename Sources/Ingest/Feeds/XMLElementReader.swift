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

    /// - Parameter wanted: local names of the elements to give.
    init?(_ bytes: ByteReader, wanted: Set<String>, limit: Int) {
        guard XMLElementReader.isLibraryReady else { return nil }
        let input = XMLInput(bytes, limit: limit)
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
                guard let node = xmlTextReaderExpand(reader) else { break }
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
    private let limit: Int
    private var bytesOfElement = 0
    private(set) var failure: InputError?

    init(_ bytes: ByteReader, limit: Int) {
        self.bytes = bytes
        self.limit = limit
    }

    func beginElement() { bytesOfElement = 0 }

    func read(_ buffer: UnsafeMutableRawBufferPointer) -> Int32 {
        guard failure == nil, bytesOfElement <= limit else { return -1 }
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

/// An element with its text and children, copied out of libxml2.
package struct XMLElement {
    package let name: String
    package let attributes: [String: String]
    /// All text inside, in order; empty for a wanted element that has children.
    package let text: String
    /// The inside as markup, for XHTML in Atom.
    let markup: String
    package let children: [XMLElement]

    fileprivate init(_ node: xmlNodePtr, depth: Int = 0) {
        name = String(cString: node.pointee.name)
        var attributes: [String: String] = [:]
        var attribute = node.pointee.properties
        while let current = attribute {
            if let value = xmlNodeGetContent(UnsafeRawPointer(current).assumingMemoryBound(to: xmlNode.self)) {
                attributes[String(cString: current.pointee.name)] = String(cString: value)
                demarche_xml_free(value)
            }
            attribute = current.pointee.next
        }
        self.attributes = attributes
        var children: [XMLElement] = []
        let isXHTML = attributes["type"] == "xhtml"
        var child = isXHTML || depth > 3 ? nil : node.pointee.children
        while let current = child {
            if current.pointee.type == XML_ELEMENT_NODE { children.append(XMLElement(current, depth: depth + 1)) }
            child = current.pointee.next
        }
        self.children = children
        if depth > 0 || children.isEmpty, let content = xmlNodeGetContent(node) {
            text = String(cString: content)
            demarche_xml_free(content)
        } else {
            text = ""
        }
        markup = isXHTML ? XMLElement.dump(node) : ""
    }

    private static func dump(_ node: xmlNodePtr) -> String {
        guard let buffer = xmlBufferCreate() else { return "" }
        defer { xmlBufferFree(buffer) }
        xmlNodeDump(buffer, node.pointee.doc, node, 0, 0)
        return xmlBufferContent(buffer).map { String(cString: $0) } ?? ""
    }

    package func child(_ names: String...) -> XMLElement? {
        for name in names {
            if let found = children.first(where: { $0.name == name && !($0.text.isEmpty && $0.attributes.isEmpty) }) {
                return found
            }
        }
        return nil
    }
}
