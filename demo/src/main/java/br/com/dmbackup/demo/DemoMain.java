package br.com.dmbackup.demo;
public final class DemoMain {
    private DemoMain() {}
    public static void main(String[] args) { br.com.dmbackup.cli.Dmbackup.main(args); }
}
