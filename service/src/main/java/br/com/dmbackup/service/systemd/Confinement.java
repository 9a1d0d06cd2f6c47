package br.com.dmbackup.service.systemd;

import br.com.dmbackup.service.ServicePlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a service of ours is shut in by: the system read-only but for its home and its places, no capabilities, system calls
 * of services alone (systemd.exec(5)). It must not deny writable and executable memory: the Java VM makes machine code.
 */
final class Confinement {
    private static final List<Path> HOMES = List.of(Path.of("/home"), Path.of("/root"), Path.of("/run/user"));

    private Confinement() {}

    /** Lines of the unit's section {@code [Service]}. */
    static String of(ServicePlan plan) {
        List<Path> writable = new ArrayList<>(List.of(plan.home().root()));
        writable.addAll(plan.places());
        boolean amongPeople = Stream.concat(writable.stream(), Stream.of(plan.programs().root(), plan.javaHome()))
                .anyMatch(path -> HOMES.stream().anyMatch(path::startsWith));
        return """
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
                """.formatted(UnitText.paths(writable), amongPeople ? "read-only" : "yes");
    }
}
