package br.com.dmbackup.core.backup;

/** A password or key. Its text form is masked, so that it cannot slip into a log. */
@SuppressWarnings("ArrayRecordComponent")
public record Secret(char[] value) {
    public Secret {
        value = value.clone();
    }

    @Override
    public char[] value() {
        return value.clone();
    }

    @Override
    public String toString() {
        return "********";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && java.util.Arrays.equals(value, secret.value);
    }

    @Override
    public int hashCode() {
        return java.util.Arrays.hashCode(value);
    }
}
