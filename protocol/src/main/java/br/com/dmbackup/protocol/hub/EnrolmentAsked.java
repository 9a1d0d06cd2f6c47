package br.com.dmbackup.protocol.hub;

/**
 * A store asks for its credential.
 *
 * @param code as the software house gave it, ten characters without the hyphen
 * @param host as the machine calls itself; may be empty
 * @param programVersion version of DMBackup
 */
public record EnrolmentAsked(String code, String host, String programVersion) {
    @Override
    public String toString() {
        return "EnrolmentAsked[" + host + ", " + programVersion + "]";
    }
}
