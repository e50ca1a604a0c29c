# Windows：每天早上七点发一次；电脑那时关着，就在下次开机后补发。改好两个路径，用 PowerShell 运行一次。
# Windows: every morning at seven, or after the next start. Put your own two paths in, run it once.
$care = "C:\Program Files\care\care.exe"
$home_folder = "D:\留守儿童之家"

$action = New-ScheduledTaskAction -Execute $care -Argument "-C `"$home_folder`" mail --quiet"
$trigger = New-ScheduledTaskTrigger -Daily -At 7:00
$settings = New-ScheduledTaskSettingsSet -StartWhenAvailable -ExecutionTimeLimit (New-TimeSpan -Hours 1)
# 没有人登录也发（S4U 不存密码；要用“以管理员身份运行”的 PowerShell 登记）。
# Also while nobody is logged on; S4U keeps no password. Run this in a PowerShell of an administrator.
$who = New-ScheduledTaskPrincipal -UserId "$env:USERDOMAIN\$env:USERNAME" -LogonType S4U -RunLevel Limited
Register-ScheduledTask -TaskName "care mail" -Action $action -Trigger $trigger -Settings $settings -Principal $who

# 上一次的退出码：0 是好的，别的见 care help exit-codes。
# The exit code of the last run: 0 is well, for others see care help exit-codes.
# (Get-ScheduledTaskInfo "care mail").LastTaskResult
