package br.com.dmbackup.service.windows;

import br.com.dmbackup.launcher.Role;
import br.com.dmbackup.service.ServicePlan;

/**
 * A service of ours as Windows knows it.
 *
 * @param name under which it is started
 * @param shown to people, in the list of services
 * @param description beside it
 * @param program the file name of its own copy of procrun: one that runs cannot be replaced
 * @param role what its launcher holds
 */
record WindowsName(String name, String shown, String description, String program, Role role) {
    static final WindowsName SERVER = new WindowsName(ServicePlan.WINDOWS_NAME, "DMBackup",
            "Backups de hora em hora do banco de dados da loja", "dmbackup-service.exe", Role.AGENT);
    static final WindowsName TERMINAL = new WindowsName(ServicePlan.WINDOWS_NAME + "Terminal", "DMBackup Terminal",
            "Terminal de backup da loja", "dmbackup-terminal-service.exe", Role.TERMINAL);

    /** The virtual account that Windows makes for it. */
    String account() {
        return "NT SERVICE\\" + name;
    }
}
