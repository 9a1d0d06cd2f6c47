package br.com.dmbackup.agent.api;

import br.com.dmbackup.protocol.api.AgentRole;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that can be asked for.
 *
 * @param path as in the contract: {@code /v1/jobs/{id}}
 * @param role who may; none: anyone
 * @param body media type of what must be sent with it; empty for nothing
 */
record Endpoint(String method, String path, Optional<AgentRole> role, String body, Work work) {
    private static final Pattern WORD = Pattern.compile("\\{\\w+}");

    /** How it is answered. */
    interface Work {
        void answer(Caller caller) throws IOException, InterruptedException;
    }

    static Endpoint anyone(String method, String path, Work work) {
        return new Endpoint(method, path, Optional.empty(), "", work);
    }

    static Endpoint till(String method, String path, String body, Work work) {
        return new Endpoint(method, path, Optional.of(AgentRole.TILL), body, work);
    }

    static Endpoint admin(String method, String path, String body, Work work) {
        return new Endpoint(method, path, Optional.of(AgentRole.ADMIN), body, work);
    }

    /** Whether that is its path, and with which word in it. */
    Optional<String> wordOf(String asked) {
        Matcher word = WORD.matcher(path);
        if (!word.find()) {
            return path.equals(asked) ? Optional.of("") : Optional.empty();
        }
        String before = path.substring(0, word.start());
        boolean fits = asked.startsWith(before) && asked.indexOf('/', before.length()) < 0
                && asked.length() > before.length();
        return fits ? Optional.of(asked.substring(before.length())) : Optional.empty();
    }

    boolean allows(AgentRole caller) {
        return role.isEmpty() || caller.compareTo(role.get()) >= 0;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
