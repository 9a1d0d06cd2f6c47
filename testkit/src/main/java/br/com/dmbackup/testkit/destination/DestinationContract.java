package br.com.dmbackup.testkit.destination;

/**
 * The laws of {@link br.com.dmbackup.core.destination.Destination}, one by one: in {@link ReplacementLaws},
 * {@link NameLaws} and {@link TroubleLaws}. A destination's test extends this class, and so inherits them all.
 */
public abstract class DestinationContract extends TroubleLaws {}
