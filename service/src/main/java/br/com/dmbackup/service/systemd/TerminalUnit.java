package br.com.dmbackup.service.systemd;

import br.com.dmbackup.launcher.Role;
import br.com.dmbackup.service.LauncherLine;
import br.com.dmbackup.service.ServicePlan;

/** {@code dmbackup-terminal.service}: the launcher that holds the backup terminal. */
final class TerminalUnit {
    static final String NAME = "dmbackup-terminal.service";

    private TerminalUnit() {}

    static String text(ServicePlan plan) {
        return """
                # Written by "dmbackup service install --role terminal", which writes it anew.
                # Own additions: systemctl edit %s
                [Unit]
                Description=DMBackup: the store's backup terminal
                After=network-online.target local-fs.target
                Wants=network-online.target
                StartLimitIntervalSec=0

                [Service]
                Type=exec
                User=%s
                Group=%s
                UMask=0077
                Environment=LC_ALL=C.UTF-8 MALLOC_ARENA_MAX=2
                ExecStart=%s
                # The launcher lets its terminal end in good order; whatever is left then is killed.
                KillMode=mixed
                TimeoutStopSec=45
                SuccessExitStatus=143
                Restart=always
                RestartSec=30

                Nice=5
                MemoryHigh=512M
                MemoryMax=1G
                TasksMax=512

                %s
                [Install]
                WantedBy=multi-user.target
                """.formatted(NAME, plan.account().name(), plan.account().group(),
                UnitText.command(LauncherLine.of(plan, Role.TERMINAL)), Confinement.of(plan));
    }
}
