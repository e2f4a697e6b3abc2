/// Whole XML files of annotated data, read element by element.
package enum XMLFile {
    /// The outermost elements of a name, in order, each with its text and children to four levels.
    /// - Throws: `InputError` for a file that cannot be read or is broken XML, with the line.
    package static func elements(named name: String, in path: String) throws(InputError) -> [XMLElement] {
        let reader = ByteReader(try FileSource(path: path))
        guard let xml = XMLElementReader(reader, name: path, wanted: [name], limit: 1 << 28) else {
            throw InputError(file: path, problem: "cannot be read as XML")
        }
        var elements: [XMLElement] = []
        while let item = try xml.next() {
            switch item {
            case .element(let element): elements.append(element)
            case .broken(let line): throw InputError(file: path, problem: "is broken XML at line \(line)")
            }
        }
        return elements
    }
}
