package br.com.dmbackup.service.systemd;

import br.com.dmbackup.service.ServicePlan;
import java.util.List;

/** {@code dmbackup-sleep.service}: before the machine sleeps, whoever watches this store is told. */
public final class SleepUnit {
    /** Its name. */
    public static final String NAME = "dmbackup-sleep.service";

    private SleepUnit() {}

    /** The unit's text. */
    public static String text(ServicePlan plan) {
        return """
                # Written by "dmbackup service install", which writes it anew.
                [Unit]
                Description=DMBackup says goodbye before the machine sleeps
                Before=sleep.target
                DefaultDependencies=no
                StopWhenUnneeded=yes

                [Service]
                Type=oneshot
                User=%s
                Group=%s
                UMask=0077
                Environment=LC_ALL=C.UTF-8
                ExecStart=-%s
                TimeoutStartSec=10
                NoNewPrivileges=yes
                CapabilityBoundingSet=
                ProtectSystem=strict
                PrivateTmp=yes

                [Install]
                WantedBy=sleep.target
                """.formatted(plan.account().name(), plan.account().group(), UnitText.command(List.of("/bin/sh",
                plan.programs().root().resolve("dmbackup").toString(), "agent", "goodbye", "--home",
                plan.home().root().toString())));
    }
}
