package br.com.dmbackup.protocol;

/** The topics of an agent's troubles: what each is about, so that two looks at it know one another. */
public final class AgentTopic {
    /** The last automatic backup. */
    public static final String BACKUP = "backup";
    /** The database and its server. */
    public static final String DATABASE = "database";
    public static final String SETTINGS = "settings";
    /** The daily restore drill. */
    public static final String DRILL = "drill";
    /** The room on this machine's disk. */
    public static final String SPACE = "space";
    /** Who may read and write the home's files. */
    public static final String RIGHTS = "rights";
    /** Another process that has the home. */
    public static final String HOME = "home";
    /** The program's own version. */
    public static final String VERSION = "version";
    /** The program itself. */
    public static final String PROGRAM = "program";
    /** How often the program had to be started again. */
    public static final String DEATHS = "deaths";
    /** The ear of the agent, for those who ask it. */
    public static final String API = "api";
    /** Something that went wrong after a backup had its slot. */
    public static final String AFTERWARDS = "afterwards";
    /** No good backup for too long in opening time, whatever the reason. */
    public static final String SILENCE = "silence";
    /** In opening time the agent was dead, and is back. */
    public static final String AWAY = "away";
    /** What is kept of the messages to people. */
    public static final String MESSAGES = "messages";
    private static final String DELIVERY = "delivery:";
    private static final String NOTIFY = "notify:";

    private AgentTopic() {}

    /** What a destination is owed. */
    public static String delivery(String destination) {
        return DELIVERY + destination;
    }

    /** Whether it is about a delivery. */
    public static boolean ofDelivery(String topic) {
        return topic.startsWith(DELIVERY);
    }

    /** The destination of a topic that is {@link #ofDelivery}. */
    public static String destination(String topic) {
        return topic.substring(DELIVERY.length());
    }

    /** A channel by which people are told. */
    public static String channel(String name) {
        return NOTIFY + name;
    }

    /** Whether it is about a channel. */
    public static boolean ofChannel(String topic) {
        return topic.startsWith(NOTIFY);
    }
}
