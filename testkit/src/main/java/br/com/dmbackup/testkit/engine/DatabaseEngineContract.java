package br.com.dmbackup.testkit.engine;

/**
 * Every law of {@link br.com.dmbackup.core.engine.DatabaseEngine}, for whichever engine a subclass brings: in
 * {@link DumpLaws}, {@link RestoreLaws} and {@link SwapLaws}. The numbers in the tests' names are the laws'.
 */
public abstract class DatabaseEngineContract extends SwapLaws {}
