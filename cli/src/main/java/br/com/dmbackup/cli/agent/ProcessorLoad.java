package br.com.dmbackup.cli.agent;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.DoubleSupplier;

/** How busy all processors of this machine are. */
final class ProcessorLoad implements DoubleSupplier {
    @Override
    public double getAsDouble() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getCpuLoad()
                : -1;
    }
}
