"""Sentences that are near to commands and are none: what people say to others, and to other machines."""

from collections.abc import Iterator
from itertools import product

_EN = """
close the kitchen windows|the window is open|open the garage door|open your book
open the door please|I need to close this account|next time we go by train|next to the tab
the next one please|new lines were added|a new line of products|he drew a new line
delete the old files from the shelf|scratch that itch|scratch your back|undo your seatbelt
redo the kitchen|copy that to everyone in the team|paste the poster on the wall|cut the bread
save me a seat|save that for later today|select a candidate|select all of the above answers
bold ideas win|go back home|go back to sleep now|go forward with the plan
zoom in on the details of the case|scroll of honour|find me a good restaurant near here and tell me
turn it down said the neighbour|turn up on time|volume two of the book|mute swans are birds
play the piano|play outside|pause for a moment|the next song was better|skip this chapter
stop the car|stop it|stop doing that|lock the door|lock the screen door|take a picture of the dog
take a note of the time she said|what time is it in Tokyo now|what day is the meeting|set the table
set a trap for the mouse|set the alarm clock|cancel the meeting tomorrow|cancel my subscription
remind me of my mother|remind him to call|how much time is left in the game|search the house
search me why
show me the way|show my passport|what can I say to her|what did I say to you|never mind the weather
forget it ever happened|be quiet in the library|stop talking to him|wake up early
wake up your brother|go to sleep early|start listening to me|yes I am sure about that|yes I am
are you sure|I am sure he is|repeat after me|do that again and I leave|once more unto the breach
switch to the other side|switch off the lights|switch to tea|press the button|press on|hit the road
hit the gym|maximize profit|minimize the risk|restore the painting|snap out of it
full screen protector|show the desktop to the customer|type the report by noon|insert the key
insert coin|spell it out for me please if you would be so kind|literal meaning of words
read that back to the witness|correct that mistake by Friday|replace the battery|swap seats with me
capitalize on it|make this better|make it quick|make the bed|make that two coffees
bring back the tab from the restaurant|tab key is broken|reload the gun|refresh your memory
reset the router|look up at the sky|look out|launch the boat|start the car|quit smoking
exit through the gift shop|shut down the factory|turn off the stove|restart the talks
reboot of the series|power off the drill|brightness of the sun|raise the bar|lower your voice
do not disturb the cat sleeping there|turn off the tap|turn on the charm
"""
_ZH = """
把窗户关上|关闭厨房的窗户|打开门|打开书本|打开车门|下一个人|下一位|上一次|换个地方吃饭|换行李
另起炉灶|删掉他的号码|撤销处分|重做一道菜|复制钥匙|剪头发|粘在墙上|保存实力|全选他|加粗的绳子
下划线在哪里|到头了|回到开头的问题|放大胆子|缩小差距|查找原因|声音很好听|大声说话|小声点好吗|静音室
播放量|暂停营业|下一首歌是谁唱的|上一首诗|停止前进|锁门|锁屏密码是多少|截图发给我|截止日期
几点了还不睡|几点开会|今天几号线|今天星期几上课|取消会议|取消订单|算了一笔账|不用了谢谢|定一个目标
定时吃药|提醒我|提醒他明天来|还剩多久到站|还剩多少钱|记一下我的电话好吗他说|搜索引擎|搜一下身
历史记录片|我能说什么呢|别说了他已经知道|停止说谎|再来一次吧好吗朋友们|切换到另一个频道|切换车道
全屏电视|最大化利益|最小化风险|显示器坏了|显示桌面图标的方法|关机了吗|关闭工厂|重启谈判|前进一步
后退三步|刷新纪录|恢复健康|恢复正常|新建筑|新标准|第三个人|第二个问题|地址在哪里|打开音乐厅的大门
关掉电视|关掉灯|醒来以后|开始听课|休息吧孩子们|确认执行力|确认收货|是的我确认|改一下时间|更正错误
读一遍课文|把苹果吃了|把门关上
问一下路怎么走呢因为我已经在这里转了三个小时了还是没有找到地方真的很累
"""
_ROOMS = "kitchen|bedroom|living room|bathroom|garage|hall|garden|office".split("|")
_THINGS = "lights|lamp|heating|fan|blinds|shutters|television|radio|oven|heater|alarm|sprinkler".split("|")
_ORDERS = (
    *("turn on the {room} {thing}", "turn off the {thing} in the {room}", "switch on the {room} {thing}"),
    *("open the {room} {thing}", "close the {room} {thing}", "set the {room} {thing} to twenty percent"),
    *("dim the {thing} in the {room}", "is the {thing} in the {room} on", "start the {room} {thing}"),
)
_ROOMS_ZH = "厨房|卧室|客厅|浴室|车库|书房|阳台|花园".split("|")
_THINGS_ZH = "灯|台灯|暖气|风扇|窗帘|电视|收音机|烤箱|空调|热水器".split("|")
_ORDERS_ZH = (
    *("打开{room}的{thing}", "关闭{room}的{thing}", "把{room}的{thing}关掉"),
    *("{room}的{thing}开着吗", "{room}{thing}亮一点"),
)


def written() -> list[str]:
    """Return those written by hand."""
    return [each.strip() for each in (_EN + _ZH).replace("\n", "|").split("|") if each.strip()]


def smart_home() -> Iterator[str]:
    """Yield what is said to a house."""
    yield from (
        order.format(room=room, thing=thing) for order, room, thing in product(_ORDERS, _ROOMS, _THINGS)
    )
    for order, room, thing in product(_ORDERS_ZH, _ROOMS_ZH, _THINGS_ZH):
        yield order.format(room=room, thing=thing)
