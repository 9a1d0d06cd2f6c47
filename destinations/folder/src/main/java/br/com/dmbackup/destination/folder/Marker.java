package br.com.dmbackup.destination.folder;

/** Whether a folder counts as the place only while the file {@value #FILE_NAME} stands in it. */
public enum Marker {
    /**
     * For folders that something is mounted on: with nothing mounted they exist all the same, empty, on this machine's
     * own disk, and without the file they count as away.
     */
    REQUIRED,
    /** For the local {@code Backup} folder, and for a folder that a person points at for a manual backup. */
    NOT_NEEDED;

    public static final String FILE_NAME = "dmbackup-destino.txt";

    /** Read by whoever finds the folder: in the store's language, with the line ends of its Notepad. */
    static final String TEXT = """
            Esta pasta é um destino de backup do DMBackup.

            Não apague este arquivo: é por ele que o DMBackup sabe que o disco, o pen drive ou a pasta de rede
            está conectado. Sem ele, nenhum backup é copiado para cá.

            Os backups são arquivos ZIP comuns. Para abrir um deles não é preciso ter o DMBackup.
            """.replace("\n", "\r\n");
}
