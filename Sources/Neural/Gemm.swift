import COpenBLAS

/// Makes OpenBLAS compute on the calling thread alone, since reports run in parallel, not the products inside one, and
/// with the kernels that suit the processor. Once, before the first product.
package func prepareProducts() { Products.prepared }

/// The name of the kernels that products are computed with.
package var productKernels: String { String(cString: openblas_get_corename()) }

private enum Products {
    static let prepared: Void = {
        demarche_choose_kernels()
        openblas_set_num_threads(1)
    }()
}

/// C = A·Wᵀ (+ C when `accumulate`), all row-major.
/// - Parameters:
///   - a: `rows` × `depth`, its rows `stride` floats apart.
///   - weights: `columns` × `depth`.
///   - c: `rows` × `columns`.
func gemm(
    _ a: UnsafePointer<Float>, rows: Int, depth: Int, stride: Int, weights: UnsafePointer<Float>, columns: Int,
    into c: UnsafeMutablePointer<Float>, accumulate: Bool = false
) {
    guard rows > 0 else { return }
    cblas_sgemm(
        CblasRowMajor, CblasNoTrans, CblasTrans, blasint(rows), blasint(columns), blasint(depth), 1, a,
        blasint(stride), weights, blasint(depth), accumulate ? 1 : 0, c, blasint(columns))
}
