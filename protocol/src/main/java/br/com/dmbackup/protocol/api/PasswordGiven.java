package br.com.dmbackup.protocol.api;

/** The administrator's password, as a person typed it. */
public record PasswordGiven(String password) {
    @Override
    public String toString() {
        return "PasswordGiven[]";
    }
}
