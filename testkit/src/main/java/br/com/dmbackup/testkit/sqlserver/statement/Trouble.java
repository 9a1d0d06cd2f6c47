package br.com.dmbackup.testkit.sqlserver.statement;

import br.com.dmbackup.testkit.sqlserver.message.ServerMessage;
import br.com.dmbackup.testkit.sqlserver.message.SqlError;
import br.com.dmbackup.testkit.sqlserver.wire.Column;
import br.com.dmbackup.testkit.sqlserver.wire.Done;
import java.time.Duration;
import java.util.List;

/** Something that happens to a statement. */
@FunctionalInterface
public interface Trouble {
    void happen(Answer answer);

    /** An error; one of severity 20 or more ends the connection after it is told. */
    static Trouble error(ServerMessage... messages) {
        return answer -> {
            throw new SqlError(List.of(messages));
        };
    }

    /** A message more, and all goes on. */
    static Trouble message(ServerMessage message) {
        return answer -> {
            answer.say(message);
            answer.flush();
        };
    }

    /** The connection breaks without a word. */
    static Trouble cut() {
        return answer -> {
            throw new Answer.ConnectionCut();
        };
    }

    /** It ends as if all were done, without saying so. */
    static Trouble ended() {
        return answer -> {
            throw new Answer.Ended();
        };
    }

    /** An error behind rows, which who reads only the rows does not hear. */
    static Trouble errorBehindRows(ServerMessage message) {
        return answer -> {
            answer.columns(List.of(Column.text("all is well")));
            answer.row(List.of("yes"));
            answer.counted(Done.SELECT, 1);
            answer.nextStatement();
            throw new SqlError(List.of(message));
        };
    }

    /** So many ends of statements before the real one. */
    static Trouble flood(int ends) {
        return answer -> {
            for (int i = 0; i < ends; i++) {
                answer.nextStatement();
            }
        };
    }

    /** Something outside the conversation: a file vanishes, the disk fills. */
    static Trouble outside(Runnable event) {
        return answer -> event.run();
    }

    /** Time passes; a cancel ends it. */
    static Trouble pause(Duration duration) {
        return answer -> new Hold().await(answer, duration);
    }
}
