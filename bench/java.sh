# Sourced by the scripts beside it: finds a JDK 25, and runs a class of bench with it.

bench_classpath='bench/target/classes:bench/target/lib/*'

# bench_home: the JDK's folder
bench_home() {
    for home in "${DMBACKUP_JAVA:-}" "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/*; do
        if [ -r "$home/release" ] && grep -q '^JAVA_VERSION="2[5-9]' "$home/release"; then
            echo "$home"
            return
        fi
    done
    echo "bench: no JDK 25; name its folder in JAVA_HOME" >&2
    exit 2
}

# bench_java CLASS ARGUMENTS…
bench_java() {
    home=$(bench_home)
    "$home/bin/java" -Xmx1g --enable-native-access=ALL-UNNAMED -Dslf4j.internal.verbosity=ERROR \
        -cp "$bench_classpath" "$@"
}
