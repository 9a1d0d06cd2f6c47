package br.com.dmbackup.service.systemd;

import br.com.dmbackup.service.ServicePlan;

/** {@code <programs>/dmbackup}: the version that is wanted, for people, the ERP and the sleep unit. */
final class StartScript {
    private StartScript() {}

    static String text(ServicePlan plan) {
        return """
                #!/bin/sh
                # Written by "dmbackup service install": runs the version that the file "current" names.
                programs=%s
                while IFS='=' read -r key value; do
                    case $key in version) version=$value ;; esac
                done <"$programs/current"
                DMBACKUP_JAVA=${DMBACKUP_JAVA:-%s}
                DMBACKUP_HOME=${DMBACKUP_HOME:-%s}
                DMBACKUP_PROGRAMS=$programs
                export DMBACKUP_JAVA DMBACKUP_HOME DMBACKUP_PROGRAMS
                exec "$programs/versions/$version/dmbackup" "$@"
                """.formatted(quoted(plan.programs().root().toString()), inBraces(plan.javaHome().toString()),
                inBraces(plan.home().root().toString()));
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /** Within the braces of a default a shell still expands. */
    private static String inBraces(String word) {
        return word.replaceAll("[^\\p{L}\\p{N}/._-]", "\\\\$0");
    }
}
