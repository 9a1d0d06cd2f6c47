package br.com.dmbackup.service.systemd;

import br.com.dmbackup.launcher.Role;
import br.com.dmbackup.service.LauncherLine;
import br.com.dmbackup.service.ServicePlan;

/** {@code dmbackup.service}. */
public final class ServiceUnit {
    private ServiceUnit() {}

    /** The unit's text. */
    public static String text(ServicePlan plan) {
        return """
                # Written by "dmbackup service install", which writes it anew. Own additions: systemctl edit %s
                [Unit]
                Description=DMBackup: hourly backups of the store's database
                After=network-online.target local-fs.target remote-fs.target postgresql.service mssql-server.service
                Wants=network-online.target
                StartLimitIntervalSec=0

                [Service]
                Type=exec
                User=%s
                Group=%s
                UMask=0077
                Environment=LC_ALL=C.UTF-8 MALLOC_ARENA_MAX=2
                ExecStart=%s
                # The launcher lets its agent end in good order; whatever is left then is killed.
                KillMode=mixed
                TimeoutStopSec=45
                SuccessExitStatus=143
                # The launcher itself starts its agent again at once. It only ends where it cannot do its work at all, such
                # as beside another launcher: then it is tried again in peace, but never given up.
                Restart=always
                RestartSec=30

                # The till comes first.
                Nice=10
                CPUWeight=20
                IOWeight=20
                IOSchedulingClass=best-effort
                IOSchedulingPriority=7
                MemoryHigh=512M
                MemoryMax=1G
                TasksMax=512
                OOMScoreAdjust=300

                %s
                [Install]
                WantedBy=multi-user.target
                """
                .formatted(ServicePlan.UNIT, plan.account().name(), plan.account().group(),
                        UnitText.command(LauncherLine.of(plan, Role.AGENT)), Confinement.of(plan));
    }
}
