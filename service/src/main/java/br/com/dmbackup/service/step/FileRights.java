package br.com.dmbackup.service.step;

/**
 * Who may do what with a file, in the words of Unix.
 *
 * @param owner an account; empty to leave it
 * @param group a group; empty to leave it
 * @param mode such as {@code 02750}
 */
public record FileRights(String owner, String group, int mode) {
    /** Of the system itself. */
    public static FileRights ofSystem(int mode) {
        return new FileRights("root", "root", mode);
    }

    /** {@code 2750} */
    public String octal() {
        return String.format("%04o", mode);
    }
}
