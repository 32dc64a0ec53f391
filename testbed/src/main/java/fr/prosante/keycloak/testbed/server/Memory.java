package fr.prosante.keycloak.testbed.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The heap of a virtual machine, in a file until closed. */
public final class Memory implements AutoCloseable {
    private static final int LONGEST = 80;
    /** Of the format of heap dumps (HPROF binary 1.0.2). */
    private static final int TYPE_BYTE = 8;

    private final Path dump;

    private Memory(Path dump) {
        this.dump = dump;
    }

    static Memory of(long pid, Path file) {
        try {
            Files.deleteIfExists(file);
            Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
            Process process = new ProcessBuilder(jcmd.toString(), String.valueOf(pid), "GC.heap_dump", file.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0 || !Files.exists(file)) {
                throw new IllegalStateException("No heap dump: " + said);
            }
            return new Memory(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * How many strings of Java hold a word without accents; longer ones than {@value #LONGEST} characters are not looked at,
     * for they are buffers of connections, which are overwritten when they are used again.
     */
    public int strings(String ascii) {
        byte[] wanted = ascii.getBytes(StandardCharsets.US_ASCII);
        try (FileChannel file = FileChannel.open(dump)) {
            ByteBuffer heap = file.map(FileChannel.MapMode.READ_ONLY, 0, file.size());
            int found = 0;
            for (int at = LONGEST; at < heap.limit() - wanted.length; at++) {
                if (heap.get(at) == wanted[0] && holds(heap, at, wanted) && isInString(heap, at, wanted.length)) {
                    found++;
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean holds(ByteBuffer heap, int at, byte[] wanted) {
        for (int i = 1; i < wanted.length; i++) {
            if (heap.get(at + i) != wanted[i]) {
                return false;
            }
        }
        return !isPartOfWord(heap.get(at - 1)) && !isPartOfWord(heap.get(at + wanted.length));
    }

    private static boolean isPartOfWord(byte neighbour) {
        return neighbour == '.' || Character.isLetterOrDigit(neighbour);
    }

    /** The characters of a string are an array of bytes: in the dump, its length in four bytes, its type, itself. */
    private static boolean isInString(ByteBuffer heap, int at, int length) {
        for (int before = 0; before <= LONGEST - length; before++) {
            int start = at - before;
            int size = heap.getInt(start - 5);
            if (heap.get(start - 1) == TYPE_BYTE && size >= before + length && size <= LONGEST) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(dump);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
