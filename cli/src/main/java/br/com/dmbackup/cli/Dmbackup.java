package br.com.dmbackup.cli;
public final class Dmbackup {
    private Dmbackup() {}
    public static void main(String[] args) { System.out.println("olá é " + java.util.List.of(args) + " " + System.getProperty("sun.jnu.encoding")+ " " + System.getProperty("stdout.encoding")); System.out.println(java.nio.file.Files.exists(java.nio.file.Path.of("Farmácia"))); }
}
