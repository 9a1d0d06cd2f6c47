package br.com.dmbackup.link.pairing;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKECurves;
import org.bouncycastle.crypto.agreement.ecjpake.ECSchnorrZKP;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/**
 * Points and proofs of P-256 as bytes: a point compressed in 33, a proof as its point and 32 bytes of its number.
 *
 * <p>Bouncy Castle can make a proof and check it, but its class has no public constructor for one that was received: that
 * one is called through a handle.
 */
final class SchnorrProof {
    static final int POINT_BYTES = 33;
    static final int NUMBER_BYTES = 32;
    private static final MethodHandle RECEIVED = received();

    private SchnorrProof() {}

    static void write(ByteBuffer out, ECPoint point, ECSchnorrZKP proof) {
        out.put(point.getEncoded(true)).put(proof.getV().getEncoded(true))
                .put(BigIntegers.asUnsignedByteArray(NUMBER_BYTES, proof.getr()));
    }

    /**
     * @throws IllegalArgumentException when the bytes are no point of the curve
     */
    static ECPoint point(ByteBuffer in) {
        byte[] bytes = new byte[POINT_BYTES];
        in.get(bytes);
        return ECJPAKECurves.NIST_P256.getCurve().decodePoint(bytes);
    }

    /**
     * @throws IllegalArgumentException when the bytes are no point of the curve
     */
    static ECSchnorrZKP proof(ByteBuffer in) {
        ECPoint point = point(in);
        byte[] number = new byte[NUMBER_BYTES];
        in.get(number);
        try {
            return (ECSchnorrZKP) RECEIVED.invokeExact(point, new BigInteger(1, number));
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static MethodHandle received() {
        try {
            return MethodHandles.privateLookupIn(ECSchnorrZKP.class, MethodHandles.lookup())
                    .findConstructor(ECSchnorrZKP.class,
                            MethodType.methodType(void.class, ECPoint.class, BigInteger.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
