package br.com.dmbackup.service.systemd;

import br.com.dmbackup.service.ServicePlan;

/**
 * A rule of polkit(8): whoever may speak to the agent as a till may start its service, and do nothing else with it. Without
 * it {@code ensure-running} could only start the service for an administrator.
 */
final class StartRule {
    private StartRule() {}

    static String text(ServicePlan plan) {
        return """
                // Written by "dmbackup service install", which writes it anew.
                polkit.addRule(function(action, subject) {
                    if (action.id == "org.freedesktop.systemd1.manage-units"
                            && action.lookup("unit") == "%s"
                            && action.lookup("verb") == "start"
                            && subject.isInGroup("%s")) {
                        return polkit.Result.YES;
                    }
                });
                """.formatted(ServicePlan.UNIT, plan.account().group());
    }
}
