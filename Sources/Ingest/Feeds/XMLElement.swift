import CLibXML2

/// An element with its text and children, copied out of libxml2.
package struct XMLElement {
    package let name: String
    /// Values without the references they hold: libxml2 would expand them, however long that makes a value.
    package let attributes: [String: String]
    /// All text inside, in order; empty for a wanted element that has children.
    package let text: String
    /// The inside as markup, for XHTML in Atom.
    let markup: String
    package let children: [XMLElement]

    init(_ node: xmlNodePtr, depth: Int = 0) {
        name = String(cString: node.pointee.name)
        var attributes: [String: String] = [:]
        var attribute = node.pointee.properties
        while let current = attribute {
            attributes[String(cString: current.pointee.name)] = XMLElement.text(of: current)
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

    private static func text(of attribute: xmlAttrPtr) -> String {
        var text = ""
        var part = attribute.pointee.children
        while let current = part {
            if current.pointee.type == XML_TEXT_NODE, let content = current.pointee.content {
                text += String(cString: content)
            }
            part = current.pointee.next
        }
        return text
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
