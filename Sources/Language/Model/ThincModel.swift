import Foundation

/// A model file as thinc's `Model.to_bytes` writes it: layers in breadth-first order, with attributes and parameters.
package struct ThincModel: Sendable {
    package struct Layer: Sendable {
        /// Position in the file, as `refs` name it.
        package let index: Int
        package let name: String
        package let dimensions: [String: Int]
        package let references: [String: Int]
        package let attributes: [String: MessagePack]
        package let parameters: [String: Tensor]
    }

    package struct Tensor: Sendable {
        package let shape: [Int]
        package let values: [Float]
    }

    package let file: String
    package let layers: [Layer]

    /// - Throws: `ModelError` that names the file and what was expected.
    package init(contentsOf url: URL) throws(ModelError) {
        let file = url.path
        let bytes = try readModelFile(url)
        let root = try MessagePack.decode(bytes, file: file)
        guard let nodes = root["nodes"]?.array, let attributes = root["attrs"]?.array,
            let parameters = root["params"]?.array, nodes.count == attributes.count, nodes.count == parameters.count
        else {
            throw ModelError(file: file, problem: "is no thinc model: nodes, attrs and params of equal length expected")
        }
        var layers: [Layer] = []
        for (node, (attributes, parameters)) in zip(nodes, zip(attributes, parameters)) {
            guard let index = node["index"]?.integer, let name = node["name"]?.text else {
                throw ModelError(file: file, problem: "has a layer without index or name")
            }
            var tensors: [String: Tensor] = [:]
            for entry in parameters.entries ?? [] where entry.value != .null {
                let key = entry.key.text ?? "?"
                tensors[key] = try ThincModel.tensor(entry.value, name: "\(name).\(key)", file: file)
            }
            var decoded: [String: MessagePack] = [:]
            for entry in attributes.entries ?? [] {
                guard let key = entry.key.text, let bytes = entry.value.binary else { continue }
                decoded[key] = try MessagePack.decode(bytes, file: file)
            }
            layers.append(
                Layer(
                    index: index, name: name, dimensions: ThincModel.integers(node["dims"]),
                    references: ThincModel.integers(node["refs"]),
                    attributes: decoded, parameters: tensors))
        }
        self.file = file
        self.layers = layers
    }

    /// Layers whose name is exactly this, in the order of the file.
    package func layers(named name: String) -> [Layer] { layers.filter { $0.name == name } }

    /// A parameter that must be there with this shape.
    package func tensor(_ name: String, of layer: Layer, shape: [Int]) throws(ModelError) -> [Float] {
        guard let tensor = layer.parameters[name] else {
            throw ModelError(file: file, problem: "layer \(layer.index) (\(layer.name)) lacks parameter \(name)")
        }
        guard tensor.shape == shape else {
            throw ModelError(
                file: file,
                problem:
                    "parameter \(name) of layer \(layer.index) (\(layer.name)) has shape \(tensor.shape) where \(shape) is expected"
            )
        }
        return tensor.values
    }

    /// A dimension that must be there.
    package func dimension(_ name: String, of layer: Layer) throws(ModelError) -> Int {
        guard let value = layer.dimensions[name], value > 0 else {
            throw ModelError(file: file, problem: "layer \(layer.index) (\(layer.name)) lacks dimension \(name)")
        }
        return value
    }

    /// An array in msgpack-numpy's form: a map of `nd`, `type`, `shape`, `data`.
    private static func tensor(_ value: MessagePack, name: String, file: String) throws(ModelError) -> Tensor {
        guard value["nd"]?.bool == true, let type = value["type"]?.text, let shape = value["shape"]?.array,
            let data = value["data"]?.binary
        else { throw ModelError(file: file, problem: "\(name) is no array") }
        guard type == "<f4" else {
            throw ModelError(file: file, problem: "\(name) holds '\(type)' where 32-bit floats ('<f4') are expected")
        }
        let sizes = shape.compactMap(\.integer)
        let count = sizes.reduce(1, *)
        guard sizes.count == shape.count, data.count == count * 4 else {
            throw ModelError(
                file: file, problem: "\(name) has \(data.count) bytes where shape \(sizes) needs \(count * 4)")
        }
        let values = data.withUnsafeBytes { raw in
            (0..<count).map {
                Float(bitPattern: raw.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self).littleEndian)
            }
        }
        return Tensor(shape: sizes, values: values)
    }

    private static func integers(_ value: MessagePack?) -> [String: Int] {
        var result: [String: Int] = [:]
        for entry in value?.entries ?? [] {
            if let key = entry.key.text, let number = entry.value.integer { result[key] = number }
        }
        return result
    }
}

/// The bytes of a file of the model folder.
/// - Throws: `ModelError` for a file that is missing or cannot be read.
func readModelFile(_ url: URL) throws(ModelError) -> [UInt8] {
    do { return Array(try Data(contentsOf: url)) } catch {
        throw ModelError(file: url.path, problem: "cannot be read (\(error.localizedDescription))")
    }
}
