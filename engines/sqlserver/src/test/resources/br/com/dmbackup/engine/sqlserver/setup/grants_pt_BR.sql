-- DMBackup: um login só para os backups, com o mínimo de permissões (banco MCDados, login dmbackup).
-- Execute como administrador do servidor, no SQL Server Management Studio ou com sqlcmd.
-- Troque antes a senha; depois informe a mesma senha ao "dmbackup init".

USE [master];
GO
-- O login. Precisa do modo de autenticação "SQL Server e Windows".
CREATE LOGIN [dmbackup] WITH PASSWORD = N'troque esta senha';
-- Para conferir backups (VERIFYONLY) e testá-los, restaurando ao lado com outro nome.
GRANT CREATE ANY DATABASE TO [dmbackup];
GO

USE [MCDados];
GO
CREATE USER [dmbackup] FOR LOGIN [dmbackup];
-- Para fazer o backup.
ALTER ROLE [db_backupoperator] ADD MEMBER [dmbackup];
-- Para contar as linhas de cada tabela, sem poder ler nenhuma.
GRANT VIEW DEFINITION TO [dmbackup];
GO

USE [msdb];
GO
-- Para ler o histórico: backups nossos e de outros programas, e páginas com defeito.
CREATE USER [dmbackup] FOR LOGIN [dmbackup];
GRANT SELECT ON dbo.backupset TO [dmbackup];
GRANT SELECT ON dbo.backupmediafamily TO [dmbackup];
GRANT SELECT ON dbo.suspect_pages TO [dmbackup];
GO

-- Dispensável: com isto o DMBackup sabe o nome da conta do serviço e a mostra quando a pasta está fechada a ela.
-- USE [master]; GRANT VIEW SERVER STATE TO [dmbackup];

-- Restaurar no lugar do banco em uso precisa de mais (sysadmin ou dbcreator). Não dê isso a este login:
-- use nessa hora outro login, digitado e não guardado: dmbackup restore --replace --as sa
