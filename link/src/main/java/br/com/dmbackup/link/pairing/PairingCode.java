package br.com.dmbackup.link.pairing;

import br.com.dmbackup.core.backup.BackupFault;
import br.com.dmbackup.protocol.FaultCode;
import java.security.SecureRandom;
import java.util.Locale;

/**
 * What a person carries from the terminal's screen to the server's: ten characters, of which none looks like another one
 * (no 0 O, 1 I L, 2 Z, 5 S, 8 B, U V), 45 bits. Its text form is masked; {@link #shown} is for the screen alone.
 */
public final class PairingCode {
    private static final String ALPHABET = "ACDEFGHJKMNPQRTVWXY34679";
    private static final int LENGTH = 10;

    private final String characters;

    private PairingCode(String characters) {
        this.characters = characters;
    }

    public static PairingCode create(SecureRandom random) {
        var characters = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            characters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new PairingCode(characters.toString());
    }

    /**
     * The code as a person types it: small letters, spaces, dashes and full stops do not matter.
     *
     * @throws BackupFault {@code PAIRING_CODE_FORM}
     */
    public static PairingCode parse(String typed) {
        String characters = typed.replaceAll("[\\s\\p{Pd}._\\u00a0]", "").toUpperCase(Locale.ROOT);
        if (characters.length() != LENGTH || characters.chars().anyMatch(it -> ALPHABET.indexOf(it) < 0)) {
            throw BackupFault.of(FaultCode.PAIRING_CODE_FORM);
        }
        return new PairingCode(characters);
    }

    /** {@code XXXXX-XXXXX} */
    public String shown() {
        return characters.substring(0, LENGTH / 2) + "-" + characters.substring(LENGTH / 2);
    }

    char[] password() {
        return characters.toCharArray();
    }

    @Override
    public String toString() {
        return "*****-*****";
    }
}
