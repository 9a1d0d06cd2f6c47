# Sourced by the scripts beside it: runs a class of bench with a JDK 25.

# bench_java CLASS ARGUMENTS…
bench_java() {
    for home in "${DMBACKUP_JAVA:-}" "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/*; do
        if [ -r "$home/release" ] && grep -q '^JAVA_VERSION="2[5-9]' "$home/release"; then
            "$home/bin/java" -Xmx1g --enable-native-access=ALL-UNNAMED -Dslf4j.internal.verbosity=ERROR \
                -cp "bench/target/classes:bench/target/lib/*" "$@"
            return
        fi
    done
    echo "bench: no JDK 25; name its folder in JAVA_HOME" >&2
    exit 2
}
