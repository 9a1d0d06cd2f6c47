package br.com.dmbackup.service.systemd;

import br.com.dmbackup.service.LauncherLine;
import br.com.dmbackup.service.ServicePlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@code dmbackup.service}. */
public final class ServiceUnit {
    private static final List<Path> HOMES = List.of(Path.of("/home"), Path.of("/root"), Path.of("/run/user"));

    private ServiceUnit() {}

    /** The unit's text. It must not deny writable and executable memory: the Java VM makes machine code. */
    public static String text(ServicePlan plan) {
        List<Path> writable = new ArrayList<>(List.of(plan.home().root()));
        writable.addAll(plan.places());
        boolean amongPeople = Stream.concat(writable.stream(), Stream.of(plan.programs().root(), plan.javaHome()))
                .anyMatch(path -> HOMES.stream().anyMatch(path::startsWith));
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

                NoNewPrivileges=yes
                CapabilityBoundingSet=
                AmbientCapabilities=
                ProtectSystem=strict
                ReadWritePaths=%s
                ProtectHome=%s
                PrivateTmp=yes
                PrivateDevices=yes
                ProtectClock=yes
                ProtectControlGroups=yes
                ProtectHostname=yes
                ProtectKernelLogs=yes
                ProtectKernelModules=yes
                ProtectKernelTunables=yes
                ProtectProc=invisible
                LockPersonality=yes
                RemoveIPC=yes
                RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK
                RestrictNamespaces=yes
                RestrictRealtime=yes
                RestrictSUIDSGID=yes
                SystemCallArchitectures=native
                SystemCallFilter=@system-service
                SystemCallErrorNumber=EPERM

                [Install]
                WantedBy=multi-user.target
                """
                .formatted(ServicePlan.UNIT, plan.account().name(), plan.account().group(),
                        UnitText.command(LauncherLine.of(plan)), UnitText.paths(writable),
                        amongPeople ? "read-only" : "yes");
    }
}
