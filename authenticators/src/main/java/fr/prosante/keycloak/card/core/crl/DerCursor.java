package fr.prosante.keycloak.card.core.crl;

import java.nio.ByteBuffer;

/** Walks over DER without building objects: a list of a million entries is read where it lies. */
final class DerCursor {

    static final int BOOLEAN = 0x01;
    static final int INTEGER = 0x02;
    static final int BIT_STRING = 0x03;
    static final int OCTET_STRING = 0x04;
    static final int OBJECT_IDENTIFIER = 0x06;
    static final int UTC_TIME = 0x17;
    static final int GENERALIZED_TIME = 0x18;
    static final int SEQUENCE = 0x30;

    private final ByteBuffer der;
    private final int end;
    private int position;

    DerCursor(ByteBuffer der) {
        this(der, 0, der.limit());
    }

    private DerCursor(ByteBuffer der, int position, int end) {
        this.der = der;
        this.position = position;
        this.end = end;
    }

    boolean atEnd() {
        return position >= end;
    }

    int position() {
        return position;
    }

    int end() {
        return end;
    }

    boolean isNext(int tag) {
        return position < end && (der.get(position) & 0xff) == tag;
    }

    /** The content of the next value, which must have the tag; this cursor moves behind it. */
    DerCursor enter(int tag) throws CrlException {
        int start = contentOf(tag);
        int stop = position;
        return new DerCursor(der, start, stop);
    }

    /** A cursor with nothing before it. */
    DerCursor nothing() {
        return new DerCursor(der, position, position);
    }

    void skip(int tag) throws CrlException {
        int unused = contentOf(tag);
    }

    /** Skips a value of any tag. */
    void skip() throws CrlException {
        if (atEnd()) {
            throw new CrlException("value is missing");
        }
        skip(der.get(position) & 0xff);
    }

    /** Moves behind the next value and returns where its content starts. */
    private int contentOf(int tag) throws CrlException {
        if (!isNext(tag) || position + 1 >= end) {
            throw new CrlException("tag " + Integer.toHexString(tag) + " is missing");
        }
        int first = der.get(position + 1) & 0xff;
        int start = position + 2;
        long length = first;
        if (first >= 0x80) {
            int octets = first & 0x7f;
            if (octets == 0 || octets > 4 || start + octets > end) {
                throw new CrlException("length is malformed");
            }
            length = 0;
            for (int i = 0; i < octets; i++) {
                length = (length << 8) | (der.get(start + i) & 0xff);
            }
            start += octets;
        }
        if (start + length > end) {
            throw new CrlException("value is cut off");
        }
        position = (int) (start + length);
        return start;
    }

    int length() {
        return end - position;
    }

    /** A byte of the content, counted from the cursor. */
    int at(int offset) {
        return der.get(position + offset);
    }

    byte[] rest() {
        byte[] bytes = new byte[end - position];
        der.get(position, bytes);
        return bytes;
    }

    /** The bytes of the next value, header included; this cursor moves behind it. */
    byte[] whole() throws CrlException {
        int start = position;
        skip();
        return new DerCursor(der, start, position).rest();
    }
}
